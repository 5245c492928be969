import "interleave-playground/define";
